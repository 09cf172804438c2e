"""Reconciling 入金消込 in the window: statements, transfers, payouts, the bank book."""
