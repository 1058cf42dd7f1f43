/** Refers a report with chosen answers, and shows receivers what they got. */
@NullMarked
package nl.uitweg.desk.referral;

import org.jspecify.annotations.NullMarked;
