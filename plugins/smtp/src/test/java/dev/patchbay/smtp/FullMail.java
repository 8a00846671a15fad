package dev.patchbay.smtp;

import java.util.List;

/** A mail with something in everything that a mail has. */
final class FullMail {

  static final String TEXT =
      """
      Return-Path: <the-return@example.com>
      Received: from the-relay.example.com by mx.example.org; Fri, 20 Nov 2026 09:59:00 +0000
      Message-ID: <the-id@example.com>
      In-Reply-To: <the-answered@example.org>
      References: <the-first@example.org> <the-answered@example.org>
      Date: Fri, 20 Nov 2026 10:58:00 +0100
      From: =?utf-8?q?B=C3=B3b_the_Sender?= <bob@example.com>
      Sender: the-sender@example.com
      Reply-To: the-reply@example.com
      To: Ada <the-to@example.org>, the-other@example.org
      Cc: The Copied <the-cc@example.org>
      Subject: Re: the
       =?utf-8?b?R3LDvMOfZQ==?=
      Auto-Submitted: the-auto
      X-The-Own: the-own
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="outer"

      --outer
      Content-Type: multipart/alternative; boundary="inner"

      --inner
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      The plain Gr=FC=DFe
      --inner
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+VGhlIGZvcm1hdHRlZCBHcsO8w59lPC9wPg==
      --inner--
      --outer
      Content-Type: application/pdf
      Content-Disposition: attachment; filename="the-file.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjQ=
      --outer--
      """;

  static final List<String> WORDS =
      List.of(
          "the-return@example.com",
          "the-relay.example.com",
          "<the-id@example.com>",
          "<the-answered@example.org>",
          "<the-first@example.org>",
          "2026-11-20T09:58:00Z",
          "Bób the Sender <bob@example.com>",
          "the-sender@example.com",
          "the-reply@example.com",
          "Ada <the-to@example.org>",
          "the-other@example.org",
          "The Copied <the-cc@example.org>",
          "Re: the Grüße",
          "the-auto",
          "the-own",
          "The plain Grüße",
          "<p>The formatted Grüße</p>",
          "the-file.pdf",
          "application/pdf");

  private FullMail() {}
}
