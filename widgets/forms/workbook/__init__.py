"""The check and the plan with what follows from them."""
