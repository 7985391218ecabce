/// The append-only log of all that happened, and the cursors that read it.
@NullMarked
package dev.parley.journal;

import org.jspecify.annotations.NullMarked;
