/// JSON as a tree of values that knows where each problem lies.
@NullMarked
package dev.parley.protocol.json;

import org.jspecify.annotations.NullMarked;
