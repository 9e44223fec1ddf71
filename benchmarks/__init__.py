"""How fast plainreply is, told by ratios of CPU time within one run: see README.md here."""
