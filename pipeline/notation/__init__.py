"""Context-free notation: a written form in, a value out. No file here looks at anything but its argument."""
