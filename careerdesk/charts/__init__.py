"""Charts, painted on any paper, and the paper of files: matplotlib without pyplot; no Qt."""
