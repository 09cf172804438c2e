"""Windows about guests: status, fee, badges, substitutes, who is whom, passes, erasing."""
