/** Contacts: how the other side was reached, through whom, and why they listened. */
@NullMarked
package org.toguna.cases.contacts;

import org.jspecify.annotations.NullMarked;
