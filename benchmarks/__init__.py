"""How fast ketareader is, in ratios: every figure of the README's table is measured here, and nowhere else."""
