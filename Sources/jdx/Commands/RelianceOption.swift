import Plan
import Signing
import Vocabulary

/// Whose keys a trust file trusts on a day, today if none is stated; `nil` where there is no such file.
func reliance(_ trust: String?, on stated: CalendarDate?) throws(Failure) -> Reliance? {
  guard let trust else { return nil }
  let bytes = try Input.bytes(trust)
  let file: TrustFile
  do throws(FormError) { file = try TrustFile(yaml: bytes) } catch {
    throw Failure(trust: error, in: Input.shown(trust), bytes)
  }
  if let stated { return Reliance(on: file, day: stated) }
  return Reliance(on: file, day: try today())
}
