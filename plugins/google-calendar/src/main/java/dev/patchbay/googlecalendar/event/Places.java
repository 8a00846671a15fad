package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where it takes place: a place in words (RFC 8984, section 4.2.5) and the ways into a conference
 * (section 4.2.6). Of a conference, everything but its ways in stays Google's.
 */
final class Places implements Concern {

  private static final String PLACE = "place";
  private static final String HANGOUT = "hangout";
  private static final String MEET = "https://meet.google.com/";
  private static final Map<String, Object> VIDEO = Map.of("audio", true, "video", true);
  private static final Map<String, Object> PHONE = Map.of("audio", true, "phone", true);
  private static final Map<String, Map<String, Object>> FEATURES =
      Map.of("video", VIDEO, "sip", VIDEO, "phone", PHONE);
  private static final Faithful ENTRY =
      new Faithful("google.com:entryPoint", Places::room, Places::entryPoint);

  @Override
  public void toStandard(Node google, Node event) {
    google
        .text("location")
        .ifPresent(
            name -> event.child("locations").set(PLACE, Node.typed("Location").set("name", name)));
    var rooms = Node.empty();
    google.object("conferenceData").stream()
        .flatMap(conference -> conference.objects("entryPoints").stream())
        .filter(entry -> entry.text("uri").filter(Links::isUri).isPresent())
        .forEach(entry -> add(rooms, entry));
    google
        .text("hangoutLink")
        .filter(Links::isUri)
        .filter(uri -> meeting(rooms.members().stream()).filter(uri::equals).isEmpty())
        .ifPresent(uri -> rooms.set(HANGOUT, Node.typed("VirtualLocation").set("uri", uri)));
    event.setFilled("virtualLocations", rooms.json());
  }

  @Override
  public void toGoogle(Node event, Node google) {
    event.entries("locations").values().stream()
        .flatMap(location -> location.text("name").stream())
        .findFirst()
        .ifPresent(name -> google.set("location", name));
    var rooms = event.entries("virtualLocations");
    var hangout = Optional.ofNullable(rooms.remove(HANGOUT)).flatMap(room -> room.text("uri"));
    google.set("hangoutLink", hangout.or(() -> meeting(rooms.values().stream())));
    var entries = rooms.values().stream().map(room -> ENTRY.toGoogle(room.json())).toList();
    if (!entries.isEmpty()) {
      google.set("conferenceData", Node.empty().set("entryPoints", entries));
    }
  }

  private static void add(Node rooms, Node entry) {
    var id = Ids.of(entry.text("uri").orElseThrow());
    Ids.add(rooms, id, new Node(ENTRY.toStandard(entry.json())));
  }

  /** Google's own meeting among the ways in: where there is one, it is also the hangout link. */
  private static Optional<String> meeting(Stream<Node> rooms) {
    return rooms
        .flatMap(room -> room.text("uri").stream())
        .filter(uri -> uri.startsWith(MEET))
        .findFirst();
  }

  private static Map<String, Object> room(Map<String, Object> entryPoint) {
    var entry = new Node(entryPoint);
    return Node.typed("VirtualLocation")
        .set("name", entry.text("label"))
        .set("uri", entry.text("uri"))
        .set("features", entry.text("entryPointType").map(FEATURES::get))
        .json();
  }

  private static Map<String, Object> entryPoint(Map<String, Object> virtualLocation) {
    var room = new Node(virtualLocation);
    return Node.empty()
        .set("entryPointType", type(room))
        .set("uri", room.text("uri"))
        .set("label", room.text("name"))
        .json();
  }

  private static String type(Node room) {
    var uri = room.text("uri").orElse("");
    var features = room.object("features").orElseGet(Node::empty);
    if (uri.startsWith("sip:")) {
      return "sip";
    }
    if (uri.startsWith("tel:") || features.yes("phone")) {
      return "phone";
    }
    return features.yes("video") ? "video" : "more";
  }
}
