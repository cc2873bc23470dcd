"""Exchange with annotation tools: mentions out as Label Studio tasks or W3C Web Annotations, corrected ones back in as corrections."""
