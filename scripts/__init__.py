"""The drivers behind `make`: setting up, serving, testing. No part of the site imports them."""
