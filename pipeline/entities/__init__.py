"""Who, where, when and how much: mentions in the texts of items, their values, and the entities that they name."""
