"""Grammar engines of others, as editkit speaks to them."""
