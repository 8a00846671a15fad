package dev.patchbay.api.item;

import java.util.Map;
import java.util.Objects;

/**
 * Someone in an audience: an address with the consent that was given for it. Immutable and safe to
 * share between threads.
 *
 * <p>Its JSON: {@code email}, {@code status} ({@code subscribed}, {@code unsubscribed}, {@code
 * pending}, {@code cleaned}), {@code fields} (the audience's own fields by name) and {@code tags}
 * (a list of texts).
 *
 * @since 1
 */
public final class Member extends Item {

  /** The name of this type: {@code member}. */
  public static final String TYPE = "member";

  /** How a member is read from JSON and written to it. */
  public static final Schema<Member> SCHEMA = Schema.of(TYPE, Member::of, Member::json);

  private Member(Map<String, ?> json) {
    super(TYPE, json);
  }

  /**
   * @param json the member; {@code email} and {@code status} must be there
   * @throws IllegalArgumentException if it is no member; names the property at fault
   */
  public static Member of(Map<String, ?> json) {
    var member = new Member(json);
    member.demandText("email");
    member.demandText("status");
    return member;
  }

  /** A builder of a member with this address and status. */
  public static Builder builder(String email, String status) {
    return new Builder(email, status);
  }

  /** The address. */
  public String email() {
    return text("email").orElseThrow();
  }

  /** {@code subscribed}, {@code unsubscribed}, {@code pending} or {@code cleaned}. */
  public String status() {
    return text("status").orElseThrow();
  }

  /** Collects the properties of a member; not safe for use by several threads. */
  public static final class Builder extends ItemBuilder<Member, Builder> {

    private Builder(String email, String status) {
      set("email", Objects.requireNonNull(email, "email"));
      set("status", Objects.requireNonNull(status, "status"));
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    Member build(Map<String, Object> properties) {
      return Member.of(properties);
    }
  }
}
