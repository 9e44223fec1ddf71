"""Russian grammar as functions: forms, phrases, government, derivation, voice, rewrites."""
