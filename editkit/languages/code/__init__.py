"""Code within prose, recognized by its shape, in any language of the prose."""
