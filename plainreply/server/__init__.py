"""Checks letters while they are written: a language server for editors (LSP over stdio).

It needs the extra ``plainreply[server]``. Standard output belongs to the protocol alone.
"""
