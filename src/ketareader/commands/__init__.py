"""The subcommands that show no screen: each is one function from its options to an exit code."""
