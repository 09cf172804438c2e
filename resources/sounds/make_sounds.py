"""Makes the three sounds of the door: `uv run python resources/sounds/make_sounds.py`."""  # noqa: INP001 - a script

import math
import struct
import wave
from pathlib import Path

RATE = 22050
"""Samples a second, one channel of 16 bits."""

SOUNDS = {
    # (frequency in Hz, start in ms, length in ms): rising, one bright pair, falling and rough
    "ok": ((784, 0, 90), (1175, 80, 170)),
    "pay": ((988, 0, 70), (988, 120, 70), (1319, 240, 160)),
    "stop": ((233, 0, 180), (247, 0, 180), (175, 200, 300), (185, 200, 300)),
}


def samples(notes: tuple[tuple[int, int, int], ...]) -> list[float]:
    """The sound as values from -1 to 1: soft attack, even decay, a little of the octave."""
    end = max(start + length for _, start, length in notes)
    mixed = [0.0] * (RATE * end // 1000)
    for hertz, start, length in notes:
        first, count = RATE * start // 1000, RATE * length // 1000
        for n in range(min(count, len(mixed) - first)):
            swell = min(n / (RATE * 0.006), 1.0) * (1 - n / count) ** 1.5
            turn = 2 * math.pi * hertz * n / RATE
            mixed[first + n] += swell * (math.sin(turn) + 0.25 * math.sin(2 * turn))
    loudest = max(abs(value) for value in mixed)
    return [0.6 * value / loudest for value in mixed]


def main() -> None:
    """Write the files beside this script."""
    for name, notes in SOUNDS.items():
        values = [round(32767 * value) for value in samples(notes)]
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main()
