"""What editors are told: `obslint lsp`. Only `server` and `messages` know the protocol's library, pygls."""
