package dev.patchbay.smtp.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS on a line that stands already, with a certificate for the host that the admin filled in:
 * whatever name a caller believes it is connected to does not count.
 */
final class PinnedTls extends SSLSocketFactory {

  private final SSLSocketFactory trusting = (SSLSocketFactory) SSLSocketFactory.getDefault();
  private final String host;

  PinnedTls(String host) {
    this.host = host;
  }

  /** The line, encrypted. */
  Socket started(Socket line, int port) throws IOException {
    var socket = createSocket(line, host, port, true);
    socket.startHandshake();
    return socket;
  }

  @Override
  public SSLSocket createSocket(Socket line, String believed, int port, boolean autoClose)
      throws IOException {
    var socket = (SSLSocket) trusting.createSocket(line, host, port, autoClose);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return trusting.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return trusting.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw noWayOut();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw noWayOut();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw noWayOut();
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw noWayOut();
  }

  private static UnsupportedOperationException noWayOut() {
    return new UnsupportedOperationException("Lines are opened by the host's sockets only");
  }
}
