#compdef talent-tui
# Completion for zsh. In ~/.zshrc, after compinit: eval "$(talent-tui completion zsh)"
_talent_tui_names() {
    local -a found
    found=("${(@f)$(talent-tui completion --names $1 -- "$PREFIX" 2>/dev/null)}")
    [[ -n ${found[1]} ]] && compadd -U -- "${found[@]}"
}
_talent_tui() {
    local command word i
    for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        case $word in
            --store) ((i++)) ;;
            -*) ;;
            *) command=$word; break ;;
        esac
    done
    case ${words[CURRENT-1]} in
        --person) _talent_tui_names people; return ;;
        --company | --from | --to) _talent_tui_names firms; return ;;
        --type) compadd join leave return appoint offer found reorganise freeze deal release statement report pay; return ;;
        --status) compadd confirmed reported rumoured planned denied; return ;;
        --format) compadd json jsonl csv markdown html; return ;;
        --style) compadd chicago gb7714 markdown; return ;;
        --store | --output) _files; return ;;
    esac
    if [[ -z $command ]]; then
        compadd -- @COMMANDS@
        return
    fi
    case $command in
        who) _talent_tui_names people ;;
        firm) _talent_tui_names firms ;;
        find | export) _talent_tui_names people; _talent_tui_names firms ;;
        *) _files ;;
    esac
}
compdef _talent_tui talent-tui
