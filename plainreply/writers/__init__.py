"""Writers put comments and tracked changes into the draft itself."""
