"""Knowledge of single languages."""
