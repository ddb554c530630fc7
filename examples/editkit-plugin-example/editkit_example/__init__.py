"""Example of a plug-in for editkit."""
