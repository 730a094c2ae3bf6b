/** Mandates: authority to speak for somebody, standing or for once. */
@NullMarked
package org.toguna.cases.mandates;

import org.jspecify.annotations.NullMarked;
