/// Tests of both dialects over a whole server.
@NullMarked
package dev.parley.server.dialect;

import org.jspecify.annotations.NullMarked;
