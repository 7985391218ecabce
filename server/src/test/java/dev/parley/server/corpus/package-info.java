/// Bodies of `POST /messages` against a whole server: those that must be taken, and those that must
/// not.
@NullMarked
package dev.parley.server.corpus;

import org.jspecify.annotations.NullMarked;
