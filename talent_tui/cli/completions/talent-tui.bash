# Completion for bash. In ~/.bashrc: eval "$(talent-tui completion bash)"
_talent_tui() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= kind= i
    local IFS=$'\n'
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --store) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $before in
        --person) kind=people ;;
        --company | --from | --to) kind=firms ;;
        --type) COMPREPLY=($(compgen -W $'join\nleave\nreturn\nappoint\noffer\nfound\nreorganise\nfreeze\ndeal\nrelease\nstatement\nreport\npay' -- "$word")); return ;;
        --status) COMPREPLY=($(compgen -W $'confirmed\nreported\nrumoured\nplanned\ndenied' -- "$word")); return ;;
        --format) COMPREPLY=($(compgen -W $'json\njsonl\ncsv\nmarkdown\nhtml' -- "$word")); return ;;
        --style) COMPREPLY=($(compgen -W $'chicago\ngb7714\nmarkdown' -- "$word")); return ;;
        --store | --output) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
    esac
    if [[ -z $command ]]; then
        local commands="@COMMANDS@"
        COMPREPLY=($(compgen -W "${commands// /$'\n'}" -- "$word"))
        return
    fi
    case $command in
        who) kind=people ;;
        firm) kind=firms ;;
        add | check | dates | names | remove)
            [[ -n $kind ]] || { compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return; } ;;
        find | export) [[ -n $kind || $word == -* ]] || kind=both ;;
    esac
    local names=
    case $kind in
        both) names=$(talent-tui completion --names people -- "$word" 2>/dev/null; talent-tui completion --names firms -- "$word" 2>/dev/null) ;;
        ?*) names=$(talent-tui completion --names "$kind" -- "$word" 2>/dev/null) ;;
    esac
    local name
    for name in $names; do
        COMPREPLY+=("$(printf '%q' "$name")")
    done
}
complete -F _talent_tui talent-tui
