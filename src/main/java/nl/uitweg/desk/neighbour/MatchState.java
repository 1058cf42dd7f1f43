package nl.uitweg.desk.neighbour;

/** How far a match is; as in column {@code state} of table {@code municipality_match}. */
enum MatchState {
  /** Both municipalities know that there is a match, and not what it is about. */
  FOUND,
  /** Both want to consult each other, and see what the match is about. */
  AGREED,
  /** One of both declined; neither sees which. */
  DECLINED
}
