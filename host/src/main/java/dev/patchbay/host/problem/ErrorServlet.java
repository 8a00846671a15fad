package dev.patchbay.host.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what the container refuses before JAX-RS sees it; called as web.xml's error page. */
@WebServlet(urlPatterns = "/__error", asyncSupported = true)
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemException problem = StatusProblem.of(status(request));
    String correlationId = correlationId(request);
    response.setStatus(problem.type().status());
    response.setContentType(ProblemAnswer.MEDIA_TYPE);
    response.setHeader(Correlation.HEADER, correlationId);
    if (problem.type() == ProblemType.UNAUTHENTICATED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.getOutputStream().write(ProblemAnswer.body(problem, correlationId));
  }

  private static int status(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : ProblemType.NOT_FOUND.status();
  }

  private static String correlationId(HttpServletRequest request) {
    return request.getAttribute(Correlation.HEADER) instanceof String id
        ? id
        : Correlation.accept(request.getHeader(Correlation.HEADER));
  }
}
