package nl.uitweg.desk;

import nl.uitweg.desk.officer.Officer;

/**
 * A number that the menu shows beside a screen, contributed by another feature of the desk. {@link
 * DeskFactory} asks for it inside the transaction of the request.
 */
public interface MenuNumber {

  /** The address of the screen in the menu. */
  String screen();

  /** The number to show for this officer; 0 for none. */
  long of(Officer officer);
}
