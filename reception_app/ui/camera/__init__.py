"""The camera at the door: devices, frames read on a thread of their own, a strip with a picture."""

from PySide6.QtCore import QLoggingCategory

# What Qt Multimedia warns of when it is loaded is that optional parts of the system are not there.
QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
