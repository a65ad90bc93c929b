// Nothing but the headers that its target precompiles for others.
