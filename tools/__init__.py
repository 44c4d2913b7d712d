"""What setting up, testing and collecting words needs besides the package."""
