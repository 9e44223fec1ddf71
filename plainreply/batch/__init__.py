"""Checks of many drafts: over processes, and with results kept from run to run."""
