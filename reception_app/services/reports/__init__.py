"""The reports 報告書 of an event's money, each made of plain values for paper, screen and CSV."""
