// Compiled into better-sqlite3 13 (by -include) for runtimes whose Node-API is older than 10: Node before 22.14, Electron
// before 35. The only part of version 10 that the addon uses is a reference to a string or number. Here such a primitive is
// put into an array of one element, the array is referenced, and the lowest bit of the returned napi_ref says so; every
// function that takes a napi_ref looks at that bit. NAPI_VERSION stays 9, a stable version: an experimental one would run
// finalizers inside the garbage collector, and the process aborts under memory pressure.
#pragma once
#ifdef __cplusplus
#include <node_api.h>

#include <cstdint>

namespace napi9 {

constexpr uintptr_t BOXED = 1;

inline bool is_boxed(napi_ref ref) { return (reinterpret_cast<uintptr_t>(ref) & BOXED) != 0; }

inline napi_ref untagged(napi_ref ref) { return reinterpret_cast<napi_ref>(reinterpret_cast<uintptr_t>(ref) & ~BOXED); }

inline napi_status create_boxed(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_value box;
  napi_status status = napi_create_array_with_length(env, 1, &box);
  if (status != napi_ok) return status;
  status = napi_set_element(env, box, 0, value);
  if (status != napi_ok) return status;
  napi_ref ref;
  status = napi_create_reference(env, box, count, &ref);
  if (status != napi_ok) return status;
  if (is_boxed(ref)) {  // an odd address has no free bit: fail now rather than misread it later
    napi_delete_reference(env, ref);
    return napi_generic_failure;
  }
  *result = reinterpret_cast<napi_ref>(reinterpret_cast<uintptr_t>(ref) | BOXED);
  return napi_ok;
}

inline napi_status create(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  bool can_be_referenced = type == napi_object || type == napi_function || type == napi_symbol;
  return can_be_referenced ? napi_create_reference(env, value, count, result) : create_boxed(env, value, count, result);
}

inline napi_status get_value(napi_env env, napi_ref ref, napi_value* result) {
  if (!is_boxed(ref)) return napi_get_reference_value(env, ref, result);
  napi_value box;
  napi_status status = napi_get_reference_value(env, untagged(ref), &box);
  if (status != napi_ok) return status;
  if (box != nullptr) return napi_get_element(env, box, 0, result);
  *result = nullptr;  // collected, as for any other weak reference
  return napi_ok;
}

inline napi_status remove(napi_env env, napi_ref ref) { return napi_delete_reference(env, untagged(ref)); }

inline napi_status retain(napi_env env, napi_ref ref, uint32_t* count) { return napi_reference_ref(env, untagged(ref), count); }

inline napi_status release(napi_env env, napi_ref ref, uint32_t* count) { return napi_reference_unref(env, untagged(ref), count); }

}  // namespace napi9

#define napi_create_reference napi9::create
#define napi_get_reference_value napi9::get_value
#define napi_delete_reference napi9::remove
#define napi_reference_ref napi9::retain
#define napi_reference_unref napi9::release
#endif
