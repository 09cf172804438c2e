"""Statements 入出金明細 of banks and payment providers, read from the files they offer.

One module per format; `statement_file` tells which one a file is in.
"""
