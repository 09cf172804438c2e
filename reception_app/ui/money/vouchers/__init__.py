"""The expenses tab: vouchers with their evidence, and what is not settled yet."""
