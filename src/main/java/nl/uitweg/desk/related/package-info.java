/** Reports that share an address, a telephone number, a number plate or a profile. */
@NullMarked
package nl.uitweg.desk.related;

import org.jspecify.annotations.NullMarked;
