package dev.patchbay.host.problem;

/** Words for what the container refuses with nothing but a status. */
final class StatusProblem {

  private StatusProblem() {}

  static ProblemException of(int status) {
    ProblemType type = ProblemType.ofStatus(status);
    return ProblemException.of(type, detail(type));
  }

  private static String detail(ProblemType type) {
    return switch (type) {
      case UNAUTHENTICATED ->
          "This call needs a valid access token in the Authorization header (Bearer).";
      case FORBIDDEN -> "The roles of this caller do not allow this call.";
      case NOT_FOUND -> "There is nothing at this address.";
      case METHOD_NOT_ALLOWED -> "This address does not take this method; see the Allow header.";
      case NOT_ACCEPTABLE -> "Nothing that the Accept header asks for can be answered.";
      case BODY_TOO_LARGE -> "The body is larger than this server takes.";
      case UNSUPPORTED_MEDIA_TYPE -> "This call does not take the media type of the body.";
      case MALFORMED_REQUEST -> "The request cannot be read.";
      default -> type.title() + ".";
    };
  }
}
