/// What messages cost, and why: a rate card that somebody supplied, and what it says of one.
@NullMarked
package dev.parley.price;

import org.jspecify.annotations.NullMarked;
