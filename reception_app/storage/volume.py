"""What kind of disk an event file lies on: SQLite is safe on a local disk only."""

import ctypes
import os
import re
import shutil
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reception_app.domain.errors import ReceptionError

_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs",
     "fuse.rclone", "ncpfs", "afs", "fuse.gvfsd-fuse", "fuse.davfs2", "ceph", "fuse.glusterfs",
     "lustre"}
)  # fmt: skip
_STICK_TYPES = frozenset({"vfat", "exfat", "msdos", "fat", "fat32", "fuseblk"})
_SYNC_MARKS = frozenset(
    {"dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive",
     "iclouddrive", "box sync", "nextcloud", "com~apple~clouddocs", "mobile documents",
     "cloudstorage"}
)  # fmt: skip
_SYNC_BEGINNINGS = ("onedrive -", "onedrive-", "dropbox (", "googledrive-")
_OCTAL = re.compile(r"\\([0-7]{3})")
"""How the mounts file writes white space and backslashes; all else in it is plain UTF-8."""
_DRIVE_REMOTE = 4


@dataclass(eq=False)
class OnNetworkShare(ReceptionError):
    """The event file lies on a network share, where locks and syncs can't be trusted."""

    path: Path


@dataclass(eq=False)
class InSyncedFolder(ReceptionError):
    """The event file lies in a folder another program copies while we write."""

    path: Path
    service: str


class Volume(Enum):
    """The kinds of volume that ask for different settings."""

    LOCAL = "local"
    STICK = "stick"


def volume_of(path: Path) -> Volume:
    """The kind of volume `path` is on.

    Raises:
        OnNetworkShare: it is another computer's.
        InSyncedFolder: it is copied to the net by a sync service.
    """
    for part in (*path.absolute().parts[:-1], *path.absolute().parent.resolve().parts):
        if part.casefold() in _SYNC_MARKS or part.casefold().startswith(_SYNC_BEGINNINGS):
            raise InSyncedFolder(path, part)
    kind = file_system_of(path)
    if kind in _NETWORK_TYPES:
        raise OnNetworkShare(path)
    return Volume.STICK if kind in _STICK_TYPES else Volume.LOCAL


def free_bytes(path: Path) -> int:
    """Free space on the volume of `path`, in bytes."""
    return shutil.disk_usage(path.parent).free


def file_system_of(path: Path) -> str:
    """The file system's name in lower case, such as `ext4`, `exfat` or `cifs`; empty if unknown."""
    folder = path.absolute().parent
    if sys.platform == "win32":
        return _windows_file_system(folder)
    if sys.platform == "darwin":
        return _macos_file_system(folder)
    return _linux_file_system(folder.resolve(), Path("/proc/self/mounts"))


def _linux_file_system(folder: Path, mounts: Path) -> str:
    best, kind = -1, ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        _, point, file_system, *_ = (*line.split(" "), "", "", "")
        mount = Path(_OCTAL.sub(lambda octal: chr(int(octal[1], 8)), point))
        # Of two mounts at one place the later one is seen.
        if point and folder.is_relative_to(mount) and len(mount.parts) >= best:
            best, kind = len(mount.parts), file_system
    return kind.lower()


def _macos_file_system(folder: Path) -> str:
    # struct statfs of macOS: f_fstypename is 16 bytes at offset 72.
    buffer = ctypes.create_string_buffer(4096)
    if ctypes.CDLL(None).statfs(os.fsencode(folder), buffer) != 0:
        return ""
    return buffer.raw[72:88].split(b"\0")[0].decode("ascii", "replace").lower()


def _windows_file_system(folder: Path) -> str:
    kernel = ctypes.CDLL("kernel32")
    root = folder.anchor if folder.anchor.endswith("\\") else folder.anchor + "\\"
    if root.startswith("\\\\") or kernel.GetDriveTypeW(root) == _DRIVE_REMOTE:
        return "smb"
    name = ctypes.create_unicode_buffer(64)
    kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
    return name.value.lower()
