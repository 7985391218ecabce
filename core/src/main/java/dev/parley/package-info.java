/// What happens: send, receive, report, settle.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
