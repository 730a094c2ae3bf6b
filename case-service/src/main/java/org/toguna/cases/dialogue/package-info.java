/** Cases: one thread of dialogue each, from trigger to close, with everyone's role in it. */
@NullMarked
package org.toguna.cases.dialogue;

import org.jspecify.annotations.NullMarked;
