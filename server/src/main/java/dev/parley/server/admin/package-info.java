/// What bots and their owners set up: webhook endpoints, by either dialect.
@NullMarked
package dev.parley.server.admin;

import org.jspecify.annotations.NullMarked;
