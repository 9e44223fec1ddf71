"""Starting to use plainreply on letters that are there already: only what is new is told."""
