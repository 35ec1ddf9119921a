"""`python -m ketareader`."""

import sys

from ketareader.cli import main

sys.exit(main())
