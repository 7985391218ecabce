/// Builds the whole program; the only place that knows everyone.
@NullMarked
package dev.parley.server.boot;

import org.jspecify.annotations.NullMarked;
